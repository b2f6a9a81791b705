# cause: The function returns t, i, and they are stored as i, t.
# expect: names exchanged
# fix: line 9:     t, i = values(step)
step_end = 10

def values(step):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    return t, i

for step in range(step_end):
    i, t = values(step)
    print(f"{t:.3f} {i:.4e}")
