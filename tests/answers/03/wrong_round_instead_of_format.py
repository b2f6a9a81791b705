# cause: round(t, 3) does not keep three decimals in the text: 0.0 and 0.001 instead of 0.000 and 0.001, so the zeros are missing.
# expect: round for a format
# fix: line 7:     print(f"{t:.3f}", f"{i:.4e}")
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(round(t, 3), f"{i:.4e}")
