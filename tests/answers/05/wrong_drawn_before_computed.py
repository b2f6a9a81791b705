# cause: each point is drawn before its time and current are computed, so the first comes twice and the last is missing
# expect: order of lines
# fix: line 9: delete
# fix: after line 11:     plt.plot(t, i, "ko")
# Exercise 5
step_end = 25
plt.figure()
plt.title("Sinusoidal input current")
plt.xlabel("time (s)")
plt.ylabel("$I$ (A)")
t, i = 0, i_mean
for step in range(step_end):
    plt.plot(t, i, "ko")
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
plt.show()
