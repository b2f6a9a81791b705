# cause: The current is drawn in picoampere, but the label says ampere.
# expect: current in picoampere
# fix: line 12: plt.plot(times, I, "ko")
# Exercise 5
step_end = 25
steps = np.arange(step_end)
times = steps * dt
I = i_mean * (1 + np.sin(2 * np.pi * times / 0.01))
I_pA = I * 1e12  # nicer numbers

plt.figure()
plt.title("Input current over time")
plt.xlabel("time (s)")
plt.ylabel("current (A)")
plt.plot(times, I_pA, "ko")
plt.show()
