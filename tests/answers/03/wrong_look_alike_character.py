# cause: The brackets of print were typed with a Chinese/Japanese input method (full-width brackets), which Python does not accept: SyntaxError.
# expect: look-alike character
# fix: line 7:     print(f"{t:.3f} {i:.4e}")
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print（f"{t:.3f} {i:.4e}"）
