# cause: ** 1/2 takes the power first and then halves
# expect: power before division
# fix: line 7: i = i_mean * (1 + 0.1 * (t_max/dt)**(1/2) * xi)
# Exercise 11
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
xi = 2 * np.random.random(step_end) - 1
i = i_mean * (1 + 0.1 * (t_max/dt)**1/2 * xi)

for step in range(1, step_end):
  # Compute v as function of i
  v[step] = v[step-1] + (dt/tau) * (el - v[step-1] + r*i[step])

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k.")
plt.show()
