# cause: Function returns nothing: return missing.
# expect: no return
# fix: line 9:     return v_old + dt / tau * (el - v_old + r * i_old)
# Exercise 11
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random(step_end) - 1))

def euler(v_old, i_old):
    v_new = v_old + dt / tau * (el - v_old + r * i_old)

for step in range(1, step_end):
    v[step] = euler(v[step - 1], i[step - 1])

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k.")
plt.show()
