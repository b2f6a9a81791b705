# cause: Two faults: the x label says ms although t is in seconds, and the plot has current and time in the wrong places.
# expect: axes swapped
# fix: line 6: plt.xlabel("tiempo (s)")
# fix: line 12:     plt.plot(t, i, "ko")  # one black circle at (t, i)
# Exercise 5
step_end = 25

plt.figure()
plt.title("Corriente de entrada")
plt.xlabel("tiempo (ms)")
plt.ylabel("corriente (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(i, t, "ko")  # one black circle at (t, i)

plt.show()
