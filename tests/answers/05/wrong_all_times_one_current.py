# cause: plt.plot gets the array of all 25 times but only one current: ValueError, because x and y differ in length.
# expect: other values shown
# fix: line 13:     plt.plot(t, i, "ko")
# Exercise 5
step_end = 25

plt.figure()
time = np.arange(step_end) * dt
plt.title("Sinusoidal Input Current")
plt.xlabel("Time (s)")
plt.ylabel("Current (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(time, i, "ko")

plt.show()
