# cause: Only the change over the step is appended to the list; the old value V[step] is not added.
# expect: old value lost
# fix: line 9:     V.append(V[step] + dt / tau * (el - V[step] + r * i))
# Exercise 4
step_end = 10
V = [el]  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {V[step]:.4e}")  # show V(t) ...
    V.append(dt / tau * (el - V[step] + r * i))
