# right: marker by keywords
# expect: right
# Exercise 5
step_end = 25

plt.figure()
titel = "Eingangsstrom / input current"
plt.title(titel)
plt.xlabel("Time in s")
plt.ylabel("Current $I$, in A")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, color="black", marker="o", linestyle="none")

plt.show()
