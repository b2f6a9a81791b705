# cause: An element of the array xi is taken with round brackets, xi(step), which Python reads as a call: TypeError.
# expect: round brackets for an index
# fix: line 14:     random_num = xi[step]
# Exercise 7
np.random.seed(2020)
step_end = int(t_max / dt)
v = el
xi = 2 * np.random.random(step_end) - 1  # all random numbers at once

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    random_num = xi(step)
    i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * random_num)  # A, the random input current
    v = v + dt / tau * (el - v + r * i)
    plt.plot(t, v, "k.")

plt.show()
