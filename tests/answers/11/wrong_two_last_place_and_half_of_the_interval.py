# cause: TWO FAULTS: v[-1] is taken for the previous value, as with a growing list, but it is the last place of the array; and the random numbers stay between 0 and 1.
# expect: random number from 0 to 1
# fix: line 6: i = i_mean * (1 + 0.1 * np.sqrt(t_max / dt) * (2 * np.random.random(step_end) - 1))
# fix: line 9:     v[step] = v[step - 1] + dt / tau * (el - v[step - 1] + r * i[step])
# Exercise 11
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
i = i_mean * (1 + 0.1 * np.sqrt(t_max / dt) * np.random.random(step_end))

for step in range(1, step_end):
    v[step] = v[-1] + dt / tau * (el - v[-1] + r * i[step])

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k.")
plt.show()
