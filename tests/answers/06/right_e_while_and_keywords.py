# right: e while and keywords
# expect: right
# Exercise 6
step_end = int(np.floor(t_max / dt))
v = el

fig = plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

step = 0
while step < step_end:
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, v, color="black", marker=".", linestyle="none")
    v += dt * (el - v + r * i) / tau
    step += 1

plt.show()
