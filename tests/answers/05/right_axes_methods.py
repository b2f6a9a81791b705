# right: methods of the axes
# expect: right
# Exercise 5
step_end = 25

fig, ax = plt.subplots()
ax.set_title("Sine current into the neuron")
ax.set_xlabel("time (s)")
ax.set_ylabel("current (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    ax.plot(t, i, "ko")

plt.show()
