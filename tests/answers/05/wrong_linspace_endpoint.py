# cause: linspace includes its end point, so the 25 times are step_end/(step_end-1)*dt apart instead of dt.
# expect: argument missing
# fix: line 9: t = np.linspace(0, step_end * dt, step_end, endpoint=False); plt.plot(t, i_mean * (1 + np.sin(2 * np.pi * t / 0.01)), "ko")
# Exercise 5
step_end = 25

plt.figure()
plt.title("Sinusoidal input current")
plt.xlabel("time (s)")
plt.ylabel("current I (A)")

t = np.linspace(0, step_end * dt, step_end); plt.plot(t, i_mean * (1 + np.sin(2 * np.pi * t / 0.01)), "ko")

plt.show()
