# right: c while axes
# expect: right
# Exercise 5
step_end = 25

fig, ax = plt.subplots()
ax.set(title="Eingangsstrom des Neurons", xlabel="Zeit t (s)", ylabel="Strom I (A)")

step = 0
while step < step_end:
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    ax.plot(t, i, marker="o", color="black", linestyle="none")  # one black circle at (t, i)
    step += 1

plt.show()
