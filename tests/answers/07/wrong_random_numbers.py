# cause: Two faults: np.random.randint draws only the whole numbers -1, 0 and 1 instead of uniform numbers between -1 and 1; and the y label says mV while the values are in volt.
# expect: random numbers
# fix: line 10: plt.ylabel("$V_m$ (V)")
# fix: line 13:     xi = 2 * np.random.random() - 1  # between -1 and 1
# Exercise 7
np.random.seed(2020)
step_end = int(t_max / dt)
v = el
noise = 0.1 * np.sqrt(t_max / dt)

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (mV)")

for k in range(step_end):
    xi = np.random.randint(-1, 2)  # between -1 and 1
    v = v + dt / tau * (el - v + r * i_mean * (1 + noise * xi))
    plt.plot(k * dt, v, "k.")

plt.show()
