# cause: Pasted from the web page of the source tutorial with its int(t_max / dt) - 1, so there are 149 points and their times are not dt apart.
# expect: extra term
# fix: line 6: step_end = int(t_max / dt)
# Exercise 11
# Set random number generator
np.random.seed(2020)

# Initialize step_end, t_range, v
step_end = int(t_max / dt) - 1
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)

# Simulate current over time
i = i_mean * (1 + 0.1 * (t_max/dt) ** (0.5) * (2 * np.random.random(step_end) - 1))

# Loop for step_end steps
for step in range(1, step_end):

    # Compute v as function of i
    v[step] = v[step - 1] + (dt / tau) * (el - v[step - 1] + r * i[step])

# Plot membrane potential
plt.figure()
plt.title('$V_m$ with random I(t)')
plt.xlabel('time (s)')
plt.ylabel('$V_m$ (V)')

plt.plot(t_range, v, 'k.')
plt.show()
