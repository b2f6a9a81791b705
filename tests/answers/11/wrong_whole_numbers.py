# cause: zeros_like copies the type of steps, so v is an array of integers and every potential is cut off to 0.
# expect: whole numbers
# fix: line 7: v = np.zeros(step_end)
# Exercise 11
np.random.seed(2020)
step_end = int(t_max / dt)
steps = np.arange(step_end)
t_range = steps * dt
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random(step_end) - 1))
v = np.zeros_like(steps)
v[0] = el
for k in steps[1:]:
    dv = (el - v[k - 1] + r * i[k]) / tau
    v[k] = v[k - 1] + dt * dv

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k.")
plt.show()
