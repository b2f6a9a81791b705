# right: ok german labels last
# expect: right
# Exercise 5
step_end = 25

plt.figure()

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ok", markersize=5)

plt.title("Eingangsstrom des Neurons")
plt.xlabel("Zeit [s]")
plt.ylabel("Strom [A]")
plt.show()
