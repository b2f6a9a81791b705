# cause: Two faults: step_end is the typed number 150, not computed from t_max and dt; and the unit was lost when the y label was translated.
# expect: no unit
# fix: line 2: step_end = int(t_max / dt)
# fix: line 8: plt.ylabel("potentiel de membrane (V)")
# Exercise 6
step_end = 150
v = el

plt.figure()
plt.title("Potentiel de membrane, courant sinusoïdal")
plt.xlabel("temps (s)")
plt.ylabel("potentiel de membrane")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v + dt / tau * (el - v + r * i)
    plt.plot(t, v, "k.")

plt.show()
