# right: a grid, a larger figure and a printed table in addition
# expect: right
# Exercise 5
step_end = 25

plt.figure(figsize=(8, 4))
plt.title("Input current")
plt.xlabel("time (s)")
plt.ylabel("current (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(t, i)
    plt.plot(t, i, "ko")  # one black circle at (t, i)

plt.grid()
plt.show()
