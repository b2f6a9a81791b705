# cause: The random numbers come from Python's own module random, not from np.random, so the same seed gives another sequence.
# expect: other generator
# fix: line 2: np.random.seed(2020)
# fix: line 3: delete
# fix: line 14:     random_num = np.random.uniform(-1, 1)
# Exercise 7
import random
random.seed(2020)
step_end = int(t_max / dt)
v = el

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    random_num = random.uniform(-1, 1)
    i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * random_num)
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
