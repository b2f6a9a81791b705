# cause: The random number stands inside the square root, so the root is taken of negative numbers and v becomes nan.
# expect: root of a negative number
# fix: line 16:     noise = amp * np.sqrt(ratio) * xi
# Exercise 7
np.random.seed(2020)
step_end = int(t_max / dt)
v = el
amp = 0.1
ratio = t_max / dt

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    xi = 2 * np.random.random() - 1
    noise = amp * np.sqrt(ratio * xi)
    i = i_mean * (1 + noise)
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
