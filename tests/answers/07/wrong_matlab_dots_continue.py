# cause: Three dots are used to continue the line, as in Matlab; in Python they are a value of their own, and the cell does not parse.
# expect: continuation of Matlab
# fix: line 14:     i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5
# Exercise 7
np.random.seed(2020)
step_end = int(t_max / dt)
v = el

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    random_num = 2 * np.random.random() - 1
    i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 ...
        * random_num)
    v = v + dt / tau * (el - v + r * i)
    plt.plot(t, v, "k.")

plt.show()
