# cause: First, draws the random number once before the loop, like a declaration, so it is the same in all steps; second, takes the root of dt alone because t_max / dt has no brackets.
# expect: root of dt only
# fix: line 5: delete
# fix: line 14:     random_num = -1 + 2 * np.random.random()   # uniform between -1 and 1
# fix: after line 14:     i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * random_num)   # A
# Exercise 7
np.random.seed(2020)
step_end = int(t_max / dt)
v = el
random_num = -1 + 2 * np.random.random()   # uniform between -1 and 1

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + 0.1 * t_max / dt ** 0.5 * random_num)   # A
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
