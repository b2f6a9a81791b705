# cause: The seed is set again in each call of the function, so the same random number comes in every step.
# expect: seed in the loop
# fix: after line 1: np.random.seed(2020)
# fix: line 3: delete
# Exercise 7
def zufallsstrom():
    np.random.seed(2020)
    random_num = 2 * np.random.random() - 1
    return i_mean * (1 + 0.1 * np.sqrt(t_max / dt) * random_num)

step_end = int(t_max / dt)
v = el
plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)"); plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    v = v + dt / tau * (el - v + r * zufallsstrom())
    plt.plot(step * dt, v, "k.")

plt.show()
