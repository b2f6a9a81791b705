# cause: The current is drawn in picoampere (times 1e12), but the label says A.
# expect: other unit shown
# fix: line 12:     plt.plot(t, i, "ko")
# Exercise 5
step_end = 25

plt.figure()
plt.title("Corrente de entrada")
plt.xlabel("tempo (s)")
plt.ylabel("corrente I (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i * 1e12, "ko")

plt.show()
