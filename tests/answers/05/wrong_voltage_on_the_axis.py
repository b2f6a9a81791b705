# cause: The label of the vertical axis names the membrane potential in volt, but the current in ampere is plotted.
# expect: wrong quantity
# fix: line 7: plt.ylabel("Input current (A)")
# Exercise 5
step_end = 25

plt.figure()
plt.title("Input current of the neuron")
plt.xlabel("Time (s)")
plt.ylabel("Membrane potential (V)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")  # one black circle at (t, i)

plt.show()
