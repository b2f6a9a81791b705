# cause: The line that raises step is not indented, so it is outside the while loop and the loop never ends.
# expect: endless loop
# fix: line 12:     step += 1
# Exercise 11
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = dt * np.arange(step_end)
v = np.full(step_end, el)
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random(step_end) - 1))

step = 1
while step < step_end:
    dv = (el - v[step - 1] + r * i[step]) / tau
    v[step] = v[step - 1] + dt * dv
step += 1

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k.")
plt.show()
