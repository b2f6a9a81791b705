# cause: The commands of an axes begin with set_.
# expect: unknown attribute
# fix: line 5: ax.set_title("Input current")
# fix: line 6: ax.set_xlabel("time (s)")
# fix: line 7: ax.set_ylabel("I (A)")
# Exercise 5
step_end = 25

fig, ax = plt.subplots()
ax.title("Input current")
ax.xlabel("time (s)")
ax.ylabel("I (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")

plt.show()
