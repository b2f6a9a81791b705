# cause: The two axis labels have no quotes, so time (s) is read as a call of a function time that does not exist: NameError.
# expect: quotes missing
# fix: line 6: plt.xlabel("time (s)")
# fix: line 7: plt.ylabel("current (A)")
# Exercise 5
step_end = 25

plt.figure()
plt.title("Current")
plt.xlabel(time (s))
plt.ylabel(current (A))

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")  # one black circle at (t, i)

plt.show()
