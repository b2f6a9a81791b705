# cause: ** 1/2 without brackets is the power 1 and then a division by 2, not the square root.
# expect: power before division
# fix: line 9:     return i_mean * (1 + 0.1 * (t_max / dt) ** (1/2) * xi)
# Exercise 7
np.random.seed(2020)
step_end = int(t_max / dt)
v = el

def current():
    """new random current, A"""
    xi = 2 * np.random.random() - 1
    return i_mean * (1 + 0.1 * (t_max / dt) ** 1/2 * xi)

times = []
volts = []
for step in range(step_end):
    v = v + dt / tau * (el - v + r * current())
    times.append(step * dt)
    volts.append(v)

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(times, volts, "k.")
plt.show()
