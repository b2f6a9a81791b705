# cause: Time and current are printed by two prints, so they come on two lines instead of one line with a space.
# expect: two lines
# fix: line 7:     print(f"{t:.3f} {i:.4e}")
# fix: line 8: delete
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f}")
    print(f"{i:.4e}")
