# cause: **1/2 without brackets means (t_max/dt) to the power 1, divided by 2, and not the root.
# expect: power before division
# fix: line 14:     i = i_mean * (1 + 0.1*(t_max/dt)**(1/2)*random_num)
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
    random_num = -1 + 2*np.random.random()
    i = i_mean * (1 + 0.1*(t_max/dt)**1/2*random_num)
    v = v + dt / tau * (el - v + r * i)
    plt.plot(t, v, "k.")

plt.show()
