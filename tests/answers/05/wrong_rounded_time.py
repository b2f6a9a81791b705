# cause: The given time is rounded to three decimals to get rid of digits like 0.009000000000000001, which moves the points as soon as dt is smaller than a millisecond.
# expect: call too much
# fix: line 10:     t = step * dt
# Exercise 5
step_end = 25

plt.figure()
plt.title("Input current over time")
plt.xlabel("time (s)")
plt.ylabel("Input current (A)")

for step in range(step_end):
    t = round(step * dt, 3)
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")  # one black circle at (t, i)

plt.show()
