# cause: The title stands in single quotes and holds an apostrophe, which ends the string too early: SyntaxError.
# expect: quote
# fix: line 5: plt.title("The neuron's input current")
# Exercise 5
step_end = 25

plt.figure()
plt.title('The neuron's input current')
plt.xlabel('time (s)')
plt.ylabel('I (A)')

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, 'ko')  # one black circle at (t, i)

plt.show()
