# cause: The line `hold on;` is a Matlab command, and no Python statement, so the cell does not parse.
# expect: command of Matlab
# fix: line 6: delete
# Exercise 6
step_end = int(t_max / dt);
v = el;

plt.figure();
hold on;
plt.title("Membrane potential, sinusoidal input");
plt.xlabel("time (s)");
plt.ylabel("$V_m$ (V)");

for step in range(step_end):
    t = step * dt;
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01));
    plt.plot(t, v, "k.");
    v = v + dt / tau * (el - v + r * i);

plt.show();
