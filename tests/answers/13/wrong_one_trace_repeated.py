# cause: The list [simulate(i[0])] * n runs the neuron once and repeats this one trace n times, instead of one run for each row of i.
# expect: one trace repeated
# fix: line 14: v_n = np.array([simulate(row) for row in i])   # n realizations
# Exercise 13
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random([n, step_end]) - 1))

def simulate(current):
    trace = [el]
    for k in range(1, step_end):
        trace.append(trace[-1] + dt / tau * (el - trace[-1] + r * current[k]))
    return trace

v_n = np.array([simulate(i[0])] * n)   # n realizations

plt.figure()
plt.title("Realizations of $V_m$")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v_n.T, "k", alpha=0.3)
plt.show()
