# cause: The two lists are emptied at the start of every round, because they are made inside the loop, so only the last of the 25 points is drawn.
# expect: list emptied
# fix: after line 8: t_data = []
# fix: after line 8: i_data = []
# fix: line 10: delete
# fix: line 11: delete
# Exercise 5
step_end = 25

plt.figure()
plt.title("Sinusoidal input current")
plt.xlabel("time (s)")
plt.ylabel("$I$ (A)")

for step in range(step_end):
    t_data = []
    i_data = []
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    t_data.append(t)
    i_data.append(i)

plt.plot(t_data, i_data, "ko")
plt.show()
