# cause: Two faults: the random number lies between -0.5 and 0.5 and not between -1 and 1, and the points stand at the number of the step and not at the time in seconds.
# expect: step for time
# fix: line 8:     return 2 * np.random.random() - 1
# fix: line 17:     plt.plot(step * dt, v, "k.")
# Exercise 7
np.random.seed(2020)
step_end = int(t_max / dt)
v = el
scale = 0.1 * (t_max / dt) ** 0.5

def draw():
    return np.random.random() - 0.5

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
for step in range(step_end):
    i = i_mean * (1 + scale * draw())
    v = v + dt / tau * (el - v + r * i)
    plt.plot(step, v, "k.")
plt.show()
