# cause: The fraction dt / tau is written as the number 1/20, so the code does not follow dt and tau.
# expect: typed dt / tau
# fix: line 8:     v = v + dt / tau * (el - v + r * i)
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v + 1/20 * (el - v + r * i)  # dt/tau is a twentieth
    print(f"{t:.3f} {v:.4e}")
