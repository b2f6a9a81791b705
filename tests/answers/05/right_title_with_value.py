# right: the title is an f-string with a parameter
# expect: right
# Exercise 5
step_end = 25

plt.figure()
plt.title(f"Input current with mean {i_mean:.1e} A")
plt.xlabel("time (s)")
plt.ylabel("current (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")  # one black circle at (t, i)

plt.show()
