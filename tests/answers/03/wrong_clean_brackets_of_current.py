# cause: In the given line of the current the brackets were tidied so that / 0.01 is outside the sine and divides the whole current.
# expect: closed too early
# fix: line 6:     i = i_mean * (1 + np.sin(t * 2 * np.pi / 0.01))
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin(t * 2 * np.pi)) / 0.01
    print(f"{t:.3f} {i:.4e}")
