# cause: The index on the left is missing: the first round replaces the whole array v by one number, and the second round cannot index it any more (error).
# expect: place missing
# fix: line 9:     v[step] = v[step-1] + dt/tau * (el - v[step-1] + r*i[step])
# Exercise 11
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random(step_end) - 1))

for step in range(1, step_end):
    v = v[step-1] + dt/tau * (el - v[step-1] + r*i[step])

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k.")
plt.show()
