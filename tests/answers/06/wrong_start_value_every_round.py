# cause: The start value v = el stands inside the loop, so every round begins again at E_L and the steps never add up.
# expect: runs in each round
# fix: after line 2: v = el  # V(0)
# fix: line 10: delete
# Exercise 6
step_end = int(t_max / dt)  # 150 steps

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    v = el  # V(0)
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v + dt / tau * (el - v + r * i)
    plt.plot(t, v, "k.")

plt.show()
