# cause: The bracket is a sum of currents (leak divided by R, plus I), as for an electrode, so the resistance is missing as a factor and V hardly moves.
# expect: sum of currents
# fix: line 9:     v = v + dt / tau * ((el - v) + r * i)
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    # leak current through the membrane is (el - v) / r, plus the input current
    v = v + dt / tau * ((el - v) / r + i)
    print(f"{t:.3f} {v:.4e}")
