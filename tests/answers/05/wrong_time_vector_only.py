# cause: After the loop only t is made into an array; i is still the single last current, so 25 times meet one current.
# expect: not collected
# fix: after line 13: i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
# Exercise 5
step_end = 25

plt.figure()
plt.title("Input current, sinusoidal")
plt.xlabel("t (s)")
plt.ylabel("I (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))

t = dt * np.arange(step_end)
plt.plot(t, i, "ko")
plt.show()
