# cause: The format string 'ko' (color and marker together) is given as marker=, which takes only the marker 'o': ValueError.
# expect: plot format
# fix: line 12:     plt.plot(t, i, "ko")
# Exercise 5
step_end = 25

plt.figure()
plt.title("Eingangsstrom (Sinus)")
plt.xlabel("Zeit t (s)")
plt.ylabel("Strom I (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, marker="ko")

plt.show()
