# cause: v(step + 1) = ... is how Matlab stores into a vector; in Python it is a call, which cannot be assigned to (and v is one number).
# expect: round brackets on the left
# fix: line 8:     v = v + dt / tau * (el - v + r * i)  # step to V(t + dt)
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v(step + 1) = v(step) + dt / tau * (el - v(step) + r * i)  # step to V(t + dt)
    print(f"{t:.3f} {v:.4e}")  # show it
