# right: keeps all values of v in a list
# expect: right
# Exercise 4
step_end = 10
v = [el]  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {v[step]:.4e}")  # show V(t) ...
    v.append(v[-1] + dt / tau * (el - v[-1] + r * i))
