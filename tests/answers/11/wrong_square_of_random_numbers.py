# cause: A Matlab user gives two sizes for a vector (as rand needs there) and gets a square matrix, so i[step-1] is a whole row.
# expect: entry too much
# fix: line 6: i = i_mean*(1 + 0.1*(t_max/dt)**0.5*(2*np.random.random(step_end) - 1));
# Exercise 11
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
i = i_mean*(1 + 0.1*(t_max/dt)**0.5*(2*np.random.random([step_end, step_end]) - 1));

for step in range(1, step_end):
    v[step] = v[step-1] + dt/tau*(el - v[step-1] + r*i[step-1]);

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k.")
plt.show()
