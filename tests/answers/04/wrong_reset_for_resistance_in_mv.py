# cause: Two faults: the reset potential vr stands where the resistance r belongs, and the potential is printed in millivolt instead of volt.
# expect: other name
# fix: line 8:     v = v + dt / tau * (el - v + r * i)
# fix: line 9:     print(f"{t:.3f} {v:.4e}")
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v + dt / tau * (el - v + vr * i)
    print(f"{t:.3f} {v * 1000:.4e}")
