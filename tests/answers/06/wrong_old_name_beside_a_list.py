# cause: the list V is stepped, but the leak takes v, which stays el
# expect: other name
# fix: line 13:     V.append(V[step] + dt / tau * (el - V[step] + r * i))
# Exercise 6
step_end = int(t_max / dt)
v = el
plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

V = [el]
for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    V.append(V[step] + dt / tau * (el - v + r * i))
    plt.plot(t, V[step], "k.")

plt.show()
